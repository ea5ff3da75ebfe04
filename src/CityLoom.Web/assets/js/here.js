/* The telephone says where it is. Without this script the place is written by hand. */
const here = document.querySelector('[data-here]');
const button = here?.querySelector('button');
const said = here?.querySelector('span');
if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener('click', () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const form = here.closest('form');
      form.elements.lat.value = coords.latitude.toFixed(6);
      form.elements.lon.value = coords.longitude.toFixed(6);
      said.textContent = here.dataset.found;
    },
    () => { said.textContent = here.dataset.failed; },
    { enableHighAccuracy: true, timeout: 10000 }));
}
