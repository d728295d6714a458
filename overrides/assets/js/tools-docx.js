"use strict";
// A DOCX made in the browser: four small XML files in a ZIP that compresses nothing.

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return sum >>> 0;
});
const crc32 = (bytes) =>
  (bytes.reduce((sum, byte) => (sum >>> 8) ^ CRC_TABLE[(sum ^ byte) & 255], 0xffffffff) ^ 0xffffffff) >>> 0;

// Numbers as ZIP writes them: [value, bytes] pairs, lowest byte first.
const numbers = (...pairs) =>
  pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255));

const zip = (files) => {
  const encoder = new TextEncoder();
  const [parts, entries] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [encoder.encode(name), encoder.encode(text)];
    // version 2.0, names in UTF-8, stored, 1 January 2026
    const common = numbers([20, 2], [0x800, 2], [0, 2], [0, 2], [0x5c21, 2], [crc32(body), 4],
      [body.length, 4], [body.length, 4], [path.length, 2], [0, 2]);
    parts.push(new Uint8Array([...numbers([0x04034b50, 4]), ...common, ...path]), body);
    entries.push(new Uint8Array([...numbers([0x02014b50, 4], [20, 2]), ...common,
      ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...path]));
    offset += 30 + path.length + body.length;
  }
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = new Uint8Array(numbers([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2],
    [size, 4], [offset, 4], [0, 2]));
  return new Blob([...parts, ...entries, end],
    { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const escapeXml = (text) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const paragraph = (text, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
const paragraphs = (text) => text.split("\n").map((line) => paragraph(line)).join("");

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="808080"/>`).join("");
const wordTable = (rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${"<w:gridCol/>".repeat(rows[0].length)}</w:tblGrid>${
    rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraphs(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

const STYLES = `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>${
  [["Heading1", "heading 1", 32, 0], ["Heading2", "heading 2", 26, 1]].map(([id, name, size, level]) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="${level}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`).join("")}</w:styles>`;

// blocks: {heading: 1|2, text}, {text} or {rows}
const docx = (blocks) => {
  const body = blocks.map((block) =>
    block.rows ? wordTable(block.rows) + paragraph("")
      : block.heading ? paragraph(block.text, `Heading${block.heading}`) : paragraphs(block.text)).join("");
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": STYLES,
    "word/document.xml": `${XML}<w:document ${WORD}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  });
};
