/** Column types of JSON: read as the value, written as its text, since an array would else be taken for PostgreSQL's own. */
import type { ColumnType } from 'kysely'

/** A JSON column that every insert must give. */
export type Json<Value> = ColumnType<Value, string, string>

/** A JSON column with a default. */
export type DefaultedJson<Value> = ColumnType<Value, string | undefined, string>

/** A JSON column that may be left out. */
export type NullableJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>
