/** One step of a W3C input source: the same JSON in WebDriver and in WebDriver BiDi. */
export type Action =
  | { type: "keyDown" | "keyUp"; value: string }
  | { type: "pointerMove"; x: number; y: number; origin: "viewport"; duration: number }
  | { type: "pointerDown" | "pointerUp"; button: number }
  | { type: "pause"; duration: number };

/** A keyboard or a mouse, and what it does. */
export interface InputSource {
  type: "key" | "pointer";
  id: string;
  parameters?: { pointerType: "mouse" };
  actions: Action[];
}

/** A script and its arguments; it is sent as text, so it sees only its arguments and the page. */
export type Script<A extends unknown[], R> = (...args: A) => R | Promise<R>;

/** A window of a browser, as far as the engines are driven differently. */
export interface Session {
  /** Opens an address and waits for its load event. */
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Goes one page back or forward in the history of the window. */
  goBack: () => Promise<void>;
  goForward: () => Promise<void>;
  /** Runs a script in the page. Arguments and result are JSON. */
  run: <A extends unknown[], R>(script: Script<A, R>, ...args: A) => Promise<R>;
  perform: (sources: InputSource[]) => Promise<void>;
  /** Sets the size of the page's viewport, in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>;
  /** The viewport as a PNG file. */
  screenshot: () => Promise<Buffer>;
  /** Ends the browser and everything that was started for it. */
  close: () => Promise<void>;
}
