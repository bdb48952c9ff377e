'use strict';

// The walk: each step is one request, and says what the next one needs to know.
const known = {};

const steps = {
  customer: {
    request: () => ['POST', 'api/customers', {
      name: 'Benita Pérez', email: 'benita@example.com', taxId: '12345678Z', iban: 'ES9121000418450200051332',
    }],
    expected: 201,
    remember: (customer) => { known.customer = customer.id; },
  },
  invoice: {
    needs: 'customer',
    request: () => ['POST', 'api/invoices', {
      customerId: known.customer,
      lines: [
        { description: 'Night watch, a week of it', quantity: 7, unitPrice: 40.5 },
        { description: 'Lantern oil', quantity: 2, unitPrice: 3.95 },
      ],
    }],
    expected: 201,
    remember: (invoice) => { known.invoice = invoice.id; },
  },
  approve: {
    needs: 'invoice',
    request: () => ['POST', `api/invoices/${known.invoice}/approve`],
    expected: 200,
    remember: (invoice) => { known.approved = invoice.id; },
  },
  pay: {
    needs: 'approved',
    request: () => ['POST', `api/invoices/${known.approved}/pay`],
    expected: 200,
    remember: (invoice) => { known.paid = invoice.id; },
  },
  delete: {
    needs: 'paid',
    request: () => ['DELETE', `api/invoices/${known.paid}`],
    expected: 204,
  },
  failure: {
    request: () => ['GET', 'api/demo/failure'],
    expected: 500,
  },
};

const basic = (login) => `Basic ${btoa(login)}`;
const TOKEN = 'sereno-demo';

const pages = {
  health: {
    path: 'sereno/health',
    authorization: `Bearer ${TOKEN}`,
    curl: `-H "Authorization: Bearer ${TOKEN}"`,
  },
  metrics: {
    path: 'sereno/metrics',
    authorization: `Bearer ${TOKEN}`,
    curl: `-H "Authorization: Bearer ${TOKEN}"`,
    shown: withoutBuckets,
  },
  audit: {
    path: 'sereno/audit',
    authorization: basic('auditor:auditor'),
    curl: '-u auditor:auditor',
    shown: eventTable,
  },
};

const stepItems = [...document.querySelectorAll('[data-step]')];
const walkAll = document.getElementById('walk-all');

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

const JSON_TOKENS = /"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+|[{}[\],:]/g;
const INNERMOST = /([{[])\n([^{}[\]]*)\n *([}\]])/g;
const SHORT = 100;

// Token by token, because JSON.parse makes 40.5 of 40.50
function pretty(json) {
  let text = '';
  let depth = 0;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const [token] of json.matchAll(JSON_TOKENS)) {
    if (token === '{' || token === '[') {
      depth += 1;
      text += token + newLine();
    } else if (token === '}' || token === ']') {
      depth -= 1;
      text += newLine() + token;
    } else if (token === ',') {
      text += token + newLine();
    } else {
      text += token === ':' ? ': ' : token;
    }
  }
  return text.replace(INNERMOST, (whole, begin, inside, end, offset) => {
    const flat = inside.trim().replace(/\n */g, ' ');
    return offset > 0 && flat.length <= SHORT ? `${begin} ${flat} ${end}` : whole;
  });
}

function tone(status, expected) {
  if (status === expected) {
    return 'good';
  }
  return status < 400 ? 'warn' : 'bad';
}

// Without credentials of the browser's own: so that a 401 is shown here, and not asked for in a window
async function send([method, path, body], authorization) {
  const headers = { Authorization: authorization };
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method, headers, body: body && JSON.stringify(body), credentials: 'omit', cache: 'no-store',
  });
  return {
    method,
    path: new URL(path, document.baseURI).pathname,
    status: response.status,
    statusText: response.statusText,
    requestId: response.headers.get('X-Request-ID'),
    isJson: (response.headers.get('Content-Type') ?? '').includes('json'),
    text: await response.text(),
  };
}

function preformatted(text) {
  const pre = element('pre', '', text);
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', 'The answer');
  return pre;
}

function plain({ text, isJson }) {
  return [preformatted(isJson ? pretty(text) : text)];
}

/** Metrics for people: a histogram's many buckets are for Prometheus. */
function withoutBuckets({ text }) {
  const lines = text.split('\n').filter((line) => !line.startsWith('#') && !/_(bucket|max)\{/.test(line));
  return [preformatted(lines.join('\n')), element('p', 'id', 'Without comments, buckets and maxima.')];
}

const COLUMNS = {
  When: (event) => new Date(event['@timestamp']).toLocaleTimeString('en-GB'),
  Who: (event) => event['user.name'] ?? '—',
  What: (event) => event['event.action'],
  Outcome: (event) => event['event.outcome'],
  'On what': (event) => event['audit.parameters']
    ?? `${event['audit.entity.type'] ?? ''} ${event['audit.entity.id'] ?? ''}`,
};

function eventTable(result) {
  const { events } = JSON.parse(result.text);
  if (!Array.isArray(events)) {
    return plain(result);
  }
  const head = element('tr', '', ...Object.keys(COLUMNS).map((title) => element('th', '', title)));
  const rows = events.map((event) => element('tr', event['event.outcome'],
    ...Object.values(COLUMNS).map((cell) => element('td', '', cell(event) ?? '—'))));
  const table = element('table', '', element('thead', '', head), element('tbody', '', ...rows));
  const scrolling = element('div', 'table', table);
  scrolling.tabIndex = 0;
  scrolling.setAttribute('role', 'region');
  scrolling.setAttribute('aria-label', 'The last events');
  return [scrolling, element('details', '', element('summary', '', 'All of it, as JSON'), ...plain(result))];
}

function show(item, result, expected, shown = plain) {
  const status = element('span', `status ${tone(result.status, expected)}`,
    `${result.status} ${result.statusText}`.trim());
  const lines = [
    element('p', 'line', element('code', '', `${result.method} ${result.path}`), status),
  ];
  if (result.requestId) {
    lines.push(element('p', 'id', 'X-Request-ID ', element('code', '', result.requestId)));
  }
  if (result.text) {
    lines.push(...(result.status === expected ? shown : plain)(result));
  }
  item.querySelector('.answer').replaceChildren(...lines);
}

function showUnreachable(item) {
  item.querySelector('.answer').replaceChildren(
    element('p', 'line', element('span', 'status bad', 'No answer: is the server still running?')));
}

function openHouses() {
  for (const item of stepItems) {
    const { needs } = steps[item.dataset.step];
    item.querySelector('button').disabled = needs !== undefined && known[needs] === undefined;
  }
}

/** Takes one step, and tells whether it ended as it should. */
async function take(item) {
  const step = steps[item.dataset.step];
  const login = document.querySelector('[name=login]:checked').value;
  try {
    const result = await send(step.request(), basic(login));
    show(item, result, step.expected);
    const asExpected = result.status === step.expected;
    item.classList.toggle('lit', asExpected);
    if (asExpected && step.remember) {
      step.remember(JSON.parse(result.text));
    }
    openHouses();
    return asExpected;
  } catch {
    showUnreachable(item);
    return false;
  }
}

const pause = (milliseconds) => new Promise((resume) => { setTimeout(resume, milliseconds); });

async function takeAll() {
  walkAll.disabled = true;
  for (const item of stepItems) {
    item.classList.remove('lit');
    item.querySelector('.answer').replaceChildren();
  }
  for (const item of stepItems) {
    if (!await take(item)) {
      break;
    }
    item.scrollIntoView({ block: 'nearest' });
    await pause(450);
  }
  const trail = document.querySelector('[data-page=audit]');
  await open(trail);
  trail.scrollIntoView({ block: 'nearest' });
  walkAll.disabled = false;
}

async function open(item) {
  const page = pages[item.dataset.page];
  try {
    show(item, await send(['GET', page.path], page.authorization), 200, page.shown);
  } catch {
    showUnreachable(item);
  }
}

// The watchman's call: the hour, and the weather. He was named after the clear night that he mostly called.
const HOURS = ['Las doce', 'La una', 'Las dos', 'Las tres', 'Las cuatro', 'Las cinco', 'Las seis', 'Las siete',
  'Las ocho', 'Las nueve', 'Las diez', 'Las once'];
const QUARTERS = ['', ' y cuarto', ' y media', ' y tres cuartos'];

async function isUp() {
  try {
    return (await fetch('sereno/health', { credentials: 'omit', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function callTheHour() {
  const now = new Date();
  const hour = HOURS[now.getHours() % 12] + QUARTERS[Math.floor(now.getMinutes() / 15)];
  const up = await isUp();
  document.getElementById('call').textContent = up ? `¡${hour}, y sereno!` : `¡${hour}, y nublado!`;
  document.getElementById('meaning').textContent = up
    ? '— he calls the hour, and that all is clear: the application is up.'
    : '— he calls the hour, and clouds: the application is not up. Ask for its health.';
}

for (const item of stepItems) {
  item.querySelector('button').addEventListener('click', () => take(item));
}
for (const item of document.querySelectorAll('[data-page]')) {
  const page = pages[item.dataset.page];
  item.querySelector('.curl code').textContent = `curl ${page.curl} ${new URL(page.path, document.baseURI)}`;
  item.querySelector('button').addEventListener('click', () => open(item));
}
walkAll.addEventListener('click', takeAll);
openHouses();
callTheHour();
setInterval(callTheHour, 60_000);
