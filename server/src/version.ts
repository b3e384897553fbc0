import manifest from '../../package.json' with { type: 'json' };

/** Version of the product, as in its manifest. */
export const version: string = manifest.version;
