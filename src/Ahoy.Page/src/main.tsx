import { render } from 'preact';
import './base.css';
import { App } from './app/App';
import { connect } from './http';

void connect();
render(<App />, document.getElementById('page')!);
