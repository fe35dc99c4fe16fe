// Where the facts of the chain are asked for.
export const ADDRESS = "https://mempool.space/api/v1";
export const SOURCE = "mempool.space";
