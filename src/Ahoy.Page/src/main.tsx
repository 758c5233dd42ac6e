import { render } from 'preact';
import './base.css';
import { App } from './app/App';
import { connect } from './http';

function start() {
  void connect();
  render(<App />, document.getElementById('page')!);
}

// index.html has the frame of the page: it is painted before the first line of this program runs. A hidden tab has no frames to wait for.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
