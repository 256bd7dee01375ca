import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-600.css';
import '@fontsource/atkinson-hyperlegible-next/latin-ext-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-ext-600.css';
import './parts/styles/base.css';
import './parts/styles/controls.css';
import './parts/styles/parts.css';
import './parts/styles/pages.css';
import './parts/styles/shell.css';
import './parts/styles/zones.css';
import './parts/styles/home.css';
import { createRoot } from 'react-dom/client';
import { App } from './pages/App.tsx';
import { takeSecret } from './pages/secret.ts';
import { applyTokens } from './parts/tokens.ts';

applyTokens();
// Before anything is drawn or sent: a secret in the address bar is taken out of it at once.
const secret = takeSecret();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App secret={secret} />);
