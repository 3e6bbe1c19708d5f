// The part of pdfmake (MIT) that is used here; it brings no types of its own.
declare module "pdfmake" {
  export type Content =
    | string
    | readonly Content[]
    | { readonly text: string; readonly style?: string }
    | {
        readonly stack: readonly Content[];
        readonly unbreakable?: boolean;
        readonly style?: string;
      }
    | { readonly ul: readonly Content[]; readonly style?: string }
    | {
        readonly table: {
          readonly widths: readonly (string | number)[];
          readonly body: readonly (readonly Content[])[];
          readonly dontBreakRows?: boolean;
        };
        readonly layout?: string;
        readonly style?: string;
      };
  type Definition = {
    readonly content: Content;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly language: string;
    readonly pageSize: string;
    readonly pageMargins: readonly [number, number, number, number];
    readonly defaultStyle: object;
    readonly styles: Readonly<Record<string, object>>;
    readonly footer: (page: number, pages: number) => object;
  };
  const pdfmake: {
    setFonts(fonts: unknown): void;
    setUrlAccessPolicy(may: (url: string) => boolean): void;
    setLocalAccessPolicy(may: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}

declare module "pdfmake/fonts/Roboto.js" {
  const fonts: unknown;
  export default fonts;
}
