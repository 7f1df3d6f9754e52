// Shows the address that programs connect to, as seen from here.
const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
for (const place of document.querySelectorAll("[data-address]")) place.textContent = address;
