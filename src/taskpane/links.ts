// Links out of the pane open in the browser: some builds of Excel open them in a window of Office, which has neither the
// user's sign-ins nor an address bar (office-js issue 712; "First hour in Excel", check 19).

const canOpen = (): boolean => Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1");

/** Only inside Excel, after Office.onReady. Where Excel cannot do it, links stay what they are. */
export const openLinksInBrowser = (root: HTMLElement): void => {
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.target !== "_blank" || event.defaultPrevented || !canOpen()) return;
    event.preventDefault();
    Office.context.ui.openBrowserWindow(link.href);
  });
};
