// Makes photos smaller before they are sent: at most 1600 pixels long, JPEG. Without this script the form works
// as it is, only with larger files. Drawing anew also leaves out where the photo was taken.
"use strict";
(() => {
  const LONGEST = 1600, QUALITY = 0.8, SMALL = 300 * 1024;

  // The browser turns the picture as its EXIF asks before it is drawn.
  async function smaller(file) {
    if (!file.type.startsWith("image/") || file.size <= SMALL) return file;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!drawn || drawn.size >= file.size) return file;
    const name = file.name.replace(/\.[^.]*$/, "") + ".jpg";
    return new File([drawn], name, { type: "image/jpeg", lastModified: file.lastModified });
  }

  // A picture that the browser cannot read goes as it is: the server says what it thinks of it.
  async function shrink(input) {
    const chosen = new DataTransfer();
    for (const file of input.files) chosen.items.add(await smaller(file).catch(() => file));
    input.files = chosen.files;
  }

  // While photos are being made smaller the form waits; it is sent with the button that was pressed.
  for (const input of document.querySelectorAll("input[type=file]")) {
    let work = Promise.resolve(), busy = false;
    input.addEventListener("change", () => {
      busy = true;
      work = shrink(input).catch(() => {}).then(() => { busy = false; });
    });
    input.form.addEventListener("submit", (event) => {
      if (!busy) return;
      event.preventDefault();
      work.then(() => input.form.requestSubmit(event.submitter));
    });
  }
})();
