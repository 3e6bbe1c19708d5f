/** Offers a file to keep. */
export function save(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Offers text as a file to keep. */
export function download(fileName: string, type: string, text: string): void {
  save(new File([text], fileName, { type }));
}
