// A number that changes with any letter of a text: tells damage and difference, and proves nothing against malice.

/** FNV-1a over UTF-16 units (RFC 9923): storage is read synchronously, and WebCrypto's hashes are not. */
export const checksumOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};
