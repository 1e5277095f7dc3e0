import type { Configuration } from 'electron-builder';

export interface PackagingOptions {
  /** Folder with the bundles: `main`, `preload`, `renderer`. */
  bundles: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * How the app is packaged: AppImage and deb, an NSIS installer, dmg and zip. Signing and the feed of updates come
 * from the environment, see docs/packaging.md.
 */
export function packaging({ bundles, environment }: PackagingOptions): Configuration {
  const { HINDCAST_UPDATE_FEED: feed, HINDCAST_HOMEPAGE: homepage, APPLE_TEAM_ID: team } = environment;
  return {
    appId: 'org.hindcast.workstation',
    productName: 'Hindcast',
    copyright: 'Copyright © 2026 The Hindcast authors',
    // Prebuilt for every platform; nothing is compiled here.
    npmRebuild: false,
    directories: { output: 'dist', buildResources: 'build' },
    extraMetadata: { author: 'The Hindcast authors', ...(homepage !== undefined && { homepage }) },
    files: [
      'package.json',
      { from: bundles, to: 'out', filter: ['{main,preload,renderer}/**', '!**/*.map'] },
      ...UNUSED.map((pattern) => `!**/node_modules/${pattern}`),
    ],
    asar: true,
    // Threads start from files, and shared libraries are loaded from them.
    asarUnpack: ['**/main/threads/**', '**/node_modules/{better-sqlite3,piscina,@napi-rs}/**'],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: true,
      grantFileProtocolExtraPrivileges: false,
    },
    protocols: [{ name: 'Hindcast', schemes: ['hindcast'] }],
    publish: feed === undefined ? null : { provider: 'generic', url: feed },
    linux: {
      target: ['AppImage', 'deb'],
      icon: 'out/icons/linux',
      category: 'Office',
      synopsis: 'Backtest trading strategies, and verify every result',
      maintainer: 'The Hindcast authors',
    },
    win: { target: ['nsis'], icon: 'out/icons/icon.ico' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: {
      target: ['dmg', 'zip'],
      icon: 'out/icons/icon.icns',
      category: 'public.app-category.finance',
      hardenedRuntime: true,
      entitlements: 'build/entitlements.plist',
      entitlementsInherit: 'build/entitlements.plist',
      notarize: team !== undefined,
    },
  };
}

/** Parts of packages that nothing runs: sources, declarations, builds for other platforms. */
const UNUSED = [
  'better-sqlite3/{deps,src,binding.gyp}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  'better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  'piscina/!(dist|package.json|LICENSE)',
  '{@types,node-addon-api}',
  'technicalindicators/!(dist|package.json|LICENSE)',
  '**/*.{d.ts,map}',
];
