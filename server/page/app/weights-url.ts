/** Where the weights of emergency wording are fetched from: the build makes the file and writes its address here. */
export const WEIGHTS_URL: string = '';
