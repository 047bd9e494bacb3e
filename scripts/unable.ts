/** Something the machine or the checkout does not allow, in words for whoever ran the script: no trace helps. */
export class Unable extends Error {
  override readonly name = 'Unable';
}
