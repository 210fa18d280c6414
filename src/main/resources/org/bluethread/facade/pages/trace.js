// What a trace's page offers besides reading: its picture as PNG, and its address to hand on.
// Without this script the picture can be had as SVG, and the address stands there to be copied.
(() => {
  'use strict';
  const SCALE = 2;
  // What canvases of all browsers hold.
  const MOST_SIDE = 8192;
  const MOST_PIXELS = 16_000_000;

  const address = document.getElementById('address');
  const svg = document.getElementById('svg');
  const png = document.getElementById('png');
  const copy = document.getElementById('copy');
  const share = document.getElementById('share');
  const copied = document.getElementById('copied');

  address.value = new URL(address.value, location.href).href;

  copy.hidden = false;
  copy.addEventListener('click', async () => {
    address.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(address.value);
    } else {
      document.execCommand('copy'); // Over plain HTTP from another machine there is no clipboard.
    }
    copied.textContent = copied.dataset.said;
  });

  share.hidden = !navigator.share;
  share.addEventListener('click', () =>
    navigator.share({ title: document.title, url: address.value }).catch((failure) => {
      if (failure.name !== 'AbortError') {
        throw failure;
      }
    }),
  );

  png.hidden = false;
  png.addEventListener('click', async () => {
    const picture = new Image();
    picture.src = svg.href;
    await picture.decode();
    const scale = Math.min(
      SCALE,
      MOST_SIDE / Math.max(picture.width, picture.height),
      Math.sqrt(MOST_PIXELS / (picture.width * picture.height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(picture.width * scale);
    canvas.height = Math.floor(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = 'trace.png';
      link.click();
      URL.revokeObjectURL(link.href);
    }, 'image/png');
  });
})();
