'use strict';

// Run with Electron: draws the picture ICON (SVG) in the sizes ICON_SIZES and writes the PNG files to standard output
// as JSON: { "16": "base64…", … }.

const { app, BrowserWindow } = require('electron');

const { ICON = '', ICON_SIZES = '[]' } = process.env;

// Runs in the page: Chromium draws SVG best.
const draw = `(async () => {
  const picture = new Image();
  picture.src = 'data:image/svg+xml;base64,${Buffer.from(ICON).toString('base64')}';
  await picture.decode();
  return Object.fromEntries(${ICON_SIZES}.map((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
    return [size, canvas.toDataURL('image/png').split(',')[1]];
  }));
})()`;

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>Icon</title>');
  const drawn = await window.webContents.executeJavaScript(draw);
  process.stdout.write(JSON.stringify(drawn), () => app.exit());
});
