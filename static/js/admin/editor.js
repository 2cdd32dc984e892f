// CKEditor as our texts want it: pictures and videos are figures, links are chosen from a list, pasted pictures go
// through the dialog that asks what they show. Words and addresses come with the configuration of each field.

CKEDITOR.plugins.add("writing", {
  requires: "clipboard,link,widget",

  init(editor) {
    sayInOurWords(editor);
    CKEDITOR.plugins.clipboard.addFileMatcher(editor, isPicture);
    figureWidget(editor, "picture", (figure) => figure.getFirst("img"), wordsOfPicture);
    figureWidget(editor, "video", (figure) => !figure.getFirst("img") && figure.getFirst("a"), wordsOfVideo);
    addButton(editor, "Picture", "picture", () => insertFigure(editor, "picture"));
    addButton(editor, "Video", "video", () => insertFigure(editor, "video"));
    editor.addCommand("link", { exec: chooseLink, refresh: notAroundFigures, contextSensitive: 1, startDisabled: 0 });
    editor.on("doubleclick", (event) => followLink(editor, event), null, null, 20);
    editor.on("paste", (event) => takePictures(editor, event), null, null, 1);
    editor.on("paste", mendGoogleDocs, null, null, 2);
    editor.on("paste", (event) => tidy(editor, event), null, null, 12);
    editor.on("contentDom", () => followTheme(editor));
  },
});

// What CKEditor says in English whatever its language
function sayInOurWords({ lang, config: { words } }) {
  lang.clipboard.fileFormatNotSupportedNotification = words.onlyPictures;
  lang.clipboard.fileWithoutFormatNotSupportedNotification = words.onlyPictures;
  lang.table.heightUnit = words.heightUnit;
  lang.table.cell.columnHeader = words.columnHeader;
  lang.table.cell.rowHeader = words.rowHeader;
}

function addButton(editor, name, kind, exec) {
  editor.addCommand(`insert-${kind}`, { exec: () => { exec(); return false; }, async: true });
  editor.ui.addButton(name, { label: editor.config.words[kind], command: `insert-${kind}`, toolbar: "insert" });
}

// Figures

function figureWidget(editor, name, belongs, wordsOf) {
  editor.widgets.add(name, {
    pathName: editor.config.words[name],
    upcast: (element) => element.name === "figure" && Boolean(belongs(element)),
    init() {
      this.on("edit", (event) => {
        event.cancel();
        insertFigure(editor, name, this, wordsOf(this.element));
      });
    },
  });
}

function wordsOfPicture(figure) {
  const picture = figure.findOne("img");
  const caption = figure.findOne("figcaption");
  const alt = picture.getAttribute("alt") ?? "";
  return {
    src: picture.data("cke-saved-src") || picture.getAttribute("src"),
    alt,
    caption: caption?.getText() ?? "",
    ...(picture.hasAttribute("alt") && !alt && { decorative: "on" }),
  };
}

function wordsOfVideo(figure) {
  const link = figure.findOne("a");
  return { url: link.data("cke-saved-href") || link.getAttribute("href"), title: link.getText() };
}

async function insertFigure(editor, kind, widget = null, values = {}, file = null) {
  const answer = await ask(editor, kind, { values, file });
  if (!answer) return;
  if (widget) widget.focus();
  else goOnBelow(editor);
  editor.insertHtml(answer.html);
  if (!widget) goOnBelow(editor);
}

// A figure that is chosen would be replaced by the next one, and swallows what is typed.
function goOnBelow(editor) {
  const figure = editor.widgets.focused;
  if (!figure) return;
  const line = new CKEDITOR.dom.element("p", editor.document);
  line.appendBogus();
  line.insertAfter(figure.wrapper);
  const range = editor.createRange();
  range.moveToElementEditStart(line);
  range.select();
}

async function ask(editor, kind, options) {
  const bookmarks = editor.getSelection()?.createBookmarks2(true);
  const { dialogs, words } = editor.config;
  const answer = await InsertDialog.open(dialogs[kind], { ...options, failed: words.failed });
  editor.focus();
  if (bookmarks) editor.getSelection().selectBookmarks(bookmarks);
  return answer;
}

// Links

function notAroundFigures(editor) {
  this.setState(editor.widgets.focused ? CKEDITOR.TRISTATE_DISABLED : CKEDITOR.TRISTATE_OFF);
}

async function chooseLink(editor) {
  const link = CKEDITOR.plugins.link.getSelectedLink(editor);
  const words = link ? link.data("cke-saved-href") || link.getAttribute("href") : editor.getSelection().getSelectedText();
  const values = { q: words.trim().slice(0, 80), language: editor.config.contentsLanguage };
  const answer = await ask(editor, "link", { values });
  if (!answer) return;
  editor.fire("saveSnapshot");
  setLink(editor, CKEDITOR.plugins.link.getSelectedLink(editor), answer);
  editor.fire("saveSnapshot");
}

function setLink(editor, link, { href, title }) {
  const attributes = { href, "data-cke-saved-href": href };
  if (link) return link.setAttributes(attributes);
  const [range] = editor.getSelection().getRanges();
  if (range.collapsed) {
    const words = new CKEDITOR.dom.text(title, editor.document);
    range.insertNode(words);
    range.selectNodeContents(words);
    range.select();
  }
  return editor.applyStyle(new CKEDITOR.style({ element: "a", attributes, type: CKEDITOR.STYLE_INLINE }));
}

function followLink(editor, event) {
  if (event.data.dialog !== "link") return;
  event.data.dialog = null;
  editor.execCommand("link");
}

// Pasting

function isPicture(file) {
  return file.type.startsWith("image/") || /\.hei[cf]$/i.test(file.name);
}

function takePictures(editor, event) {
  const transfer = event.data.dataTransfer;
  const files = Array.from({ length: transfer.getFilesCount() }, (_, number) => transfer.getFile(number));
  const pictures = files.filter(isPicture);
  if (!pictures.length || saysSomething(transfer.getData("text/html"))) return;
  event.cancel();
  insertPictures(editor, pictures);
}

// A picture that was copied from a page comes along as HTML, too.
function saysSomething(html) {
  const page = new DOMParser().parseFromString(html ?? "", "text/html");
  return page.body.textContent.trim() !== "" || page.images.length > 1;
}

async function insertPictures(editor, files) {
  for (const file of files) await insertFigure(editor, "picture", null, {}, file);
}

// CKEditor's filter breaks off at a span without a style, and nothing would be pasted at all.
function mendGoogleDocs({ data: { dataTransfer, dataValue } }) {
  if (!/id=["']?docs-internal-guid-/.test(dataValue)) return;
  const html = dataTransfer.getData("text/html", true);
  dataTransfer.setData("text/html", html.replace(/<span(?![^>]*\sstyle=)/gi, '<span style="white-space:pre-wrap"'));
}

function tidy(editor, event) {
  const html = event.data.dataValue.replace(/(<\/?)h1\b/gi, "$1h2").replace(/(<\/?)h[56]\b/gi, "$1h4");
  const page = new DOMParser().parseFromString(html, "text/html");
  const elsewhere = [...page.images].filter((picture) => !isOurs(picture.getAttribute("src")));
  event.data.dataValue = html;
  if (!elsewhere.length) return;
  elsewhere.forEach((picture) => picture.remove());
  event.data.dataValue = page.body.innerHTML;
  editor.showNotification(editor.config.words.elsewhere, "warning");
}

function isOurs(src) {
  try {
    return new URL(src ?? "", location.href).origin === location.origin;
  } catch {
    return false;
  }
}

// The look

function followTheme(editor) {
  const root = document.documentElement;
  const inside = editor.document.getDocumentElement();
  const copy = () => inside.setAttribute("data-theme", root.dataset.theme ?? "auto");
  copy();
  const observer = new MutationObserver(copy);
  observer.observe(root, { attributeFilter: ["data-theme"] });
  editor.once("contentDomUnload", () => observer.disconnect());
}

// A screen reader hears which text it is in.
CKEDITOR.on("instanceCreated", ({ editor }) => {
  editor.on("configLoaded", () => {
    const label = document.querySelector(`label[for="${editor.name}"]`)?.textContent.trim().replace(/:$/, "");
    editor.config.title = label || editor.config.words?.text;
  });
});

CKEDITOR.on("dialogDefinition", ({ data }) => {
  if (data.name !== "table") return;
  data.definition.getContents("info").get("selHeaders").default = "row";
});
