// Who stands behind an address: where filings lie, where companies publish themselves, and who reprints releases whole.

/** Registers of filings and plain copies of them. */
export const FILED: readonly string[] = ["sec.gov", "archive.fast-edgar.com", "sedarplus.ca"];

/** The companies' own sites, and the wires that they pay. */
export const PUBLISHED_BY_COMPANY: readonly string[] = [
  "bit-digital.com", "bitdeer.com", "bitdeer.gcs-web.com", "bitfarms.com", "cipherdigital.com", "cleanspark.com",
  "corescientific.com", "hivedigitaltechnologies.com", "hut8.com", "irisenergy.gcs-web.com", "iren.com",
  "argoblockchain.com", "lmfunding.com", "mara.com", "ir.marathondh.com", "riotplatforms.com", "terawulf.com",
  "prnewswire.com", "globenewswire.com", "businesswire.com", "newsfilecorp.com", "accesswire.com", "newsdirect.com",
]; // prettier-ignore

/** Pages that reprint releases word for word beside texts of their own: there the title must name the release. */
export const REPRINTS: readonly string[] = [
  "6ix.com", "advfn.com", "aicnbc.com", "ceo.ca", "coinaute.com", "crypto-reporter.com", "cryptocoinsnet.com",
  "cryptoproductivity.org", "cn.m.netdania.com", "daily8.com", "daytraders.com", "einnews.com", "einpresswire.com",
  "finance.losaltos.com", "finance.yahoo.com", "finanznachrichten.de", "goldberglawma.com", "goldea.capital",
  "gurufocus.com", "investingnews.com", "itiger.com", "livenews.co.nz", "manilatimes.net", "marketchameleon.com",
  "markets.businessinsider.com", "markets.financialcontent.com", "markets.ft.com", "marketwirenews.com", "menafn.com",
  "paisajournal.com", "quantisnow.com", "reportify.ai", "sobaoo.com", "stocktitan.net", "stockwatch.com",
  "todaysstocks.com", "tradeinnews.com", "ttm.financial", "utahbusinesspress.com", "wahanariau.com",
  "wallstreet-online.de",
]; // prettier-ignore
