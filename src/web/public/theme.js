// Sets the stored light or dark choice before the first paint; a file of its own because the page allows no inline script.
try {
  var theme = localStorage.getItem('highwater.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be closed to us; the system's choice stands.
}
