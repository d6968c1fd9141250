import { mount } from 'svelte';
import '../styles/base.css';
import './web.css';
import App from './App.svelte';
import { createConnection } from './connection.svelte.ts';
import { findWorker } from './find-worker.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the app.');
mount(App, { target, props: { connection: await createConnection() } });
void findWorker();
