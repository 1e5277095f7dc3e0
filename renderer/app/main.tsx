import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { App } from './App.tsx';
import { client } from './api/client.ts';
import { followHost } from './store/live.ts';
import { createStore } from './store/store.ts';
import { ThemeOfSettings } from './ThemeOfSettings.tsx';

const store = createStore();
followHost(client, store);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <Provider store={store}>
      <ThemeOfSettings />
      <App />
    </Provider>
  </StrictMode>,
);
