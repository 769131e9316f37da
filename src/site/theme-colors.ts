/** The surface of the header in both themes, as `theme.css` has it (`--sl-color-bg-nav`): what a browser paints around the page. */
export const themeColors = { light: '#f5f8f9', dark: '#1d252a' } as const;
