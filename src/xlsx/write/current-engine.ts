// The file as a current Excel would have saved it. Excel calculates a file of an older calculation engine anew when it
// opens it, and the stored values of our functions would go, add-in or not ("First hour in Excel", check 15).
import { BufferReader, editZip, RemoteZipReader } from "@cj-tech-master/excelts/archive";

/** What Excel of Microsoft 365 writes since 2019. The library writes that of Excel 2016, 171027. */
const CURRENT = 191_029;
const WORKBOOK = "xl/workbook.xml";

export const fromCurrentEngine = async (file: Uint8Array): Promise<Uint8Array> => {
  const workbook = await (await RemoteZipReader.fromReader(new BufferReader(file))).extract(WORKBOOK);
  if (!workbook) throw new Error(`The file that was written has no ${WORKBOOK}.`);
  const text = new TextDecoder().decode(workbook);
  const archive = await editZip(file);
  archive.set(WORKBOOK, text.replace(/(<calcPr\b[^>]*\bcalcId=")\d+/, `$1${CURRENT}`));
  return archive.bytes();
};
