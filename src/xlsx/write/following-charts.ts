// Names the charts of a file that the add-in is to keep on the rows of their tables. The library numbers charts in the
// order in which they were added, and gives them no other name.
import { BufferReader, editZip, RemoteZipReader } from "@cj-tech-master/excelts/archive";
import { followingName } from "../../common/following";
import type { SheetChart } from "../../sheets/sheet";

const DRAWING = /^xl\/drawings\/drawing\d+\.xml$/;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Those over names stay with the first of them, in Excel as here. */
export const withFollowingCharts = async (file: Uint8Array, charts: readonly SheetChart[]): Promise<Uint8Array> => {
  const read = await RemoteZipReader.fromReader(new BufferReader(file));
  const archive = await editZip(file);
  for (const entry of read.getEntries().filter(({ path }) => DRAWING.test(path))) {
    const drawing = new TextDecoder().decode(await read.extractEntry(entry));
    const named = drawing.replace(/ name="Chart (\d+)"/g, (whole, number: string) => {
      const chart = charts[Number(number) - 1];
      return chart && !chart.categories ? ` name="${escaped(followingName(chart.title))}"` : whole;
    });
    archive.set(entry.path, named);
  }
  return archive.bytes();
};
