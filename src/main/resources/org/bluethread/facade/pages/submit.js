// A file that is let fall anywhere on the form is the form's file. Without this script it has to be
// let fall on its field; anywhere else the browser would leave the page to show it.
(() => {
  'use strict';
  const form = document.querySelector('form.submit');
  const field = document.getElementById('file');
  const hasFiles = (event) => event.dataTransfer.types.includes('Files');

  form.addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    }
  });
  form.addEventListener('drop', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
})();
