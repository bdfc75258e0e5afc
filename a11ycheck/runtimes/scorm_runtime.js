// A SCORM run-time for looking at content: every item starts afresh, nothing is kept, and nothing moves on by itself.
// The data models are tables (scorm12.json, scorm2004.json), which this file only reads.
//
// It is more lenient than the specification in four ways, because real content depends on them:
// - a value that was never set is "" without an error (2004: 403), or some content stops at once;
// - Initialize works again after Terminate, or a page that is loaded again stays empty;
// - a parameter left out counts as "";
// - long strings are accepted whole.
const INDEX = /^(0|[1-9]\d{0,5})$/;
const TARGET = /^\{target=[^}]*\}$/;

export default () => {
  // Offer both versions, whatever the manifest says: content asks for the one it was made for.
  const { tables, values } = JSON.parse(document.getElementById("a11ycheck-launch").textContent);
  window.API = interfaceOf(new Session(tables["1.2"], values["1.2"]), {
    initialize: "LMSInitialize",
    terminate: "LMSFinish",
    commit: "LMSCommit",
    getValue: "LMSGetValue",
    setValue: "LMSSetValue",
    getLastError: "LMSGetLastError",
    getErrorString: "LMSGetErrorString",
    getDiagnostic: "LMSGetDiagnostic",
  });
  window.API_1484_11 = {
    version: "1.0",
    ...interfaceOf(new Session(tables["2004"], values["2004"]), {
      initialize: "Initialize",
      terminate: "Terminate",
      commit: "Commit",
      getValue: "GetValue",
      setValue: "SetValue",
      getLastError: "GetLastError",
      getErrorString: "GetErrorString",
      getDiagnostic: "GetDiagnostic",
    }),
  };
  protectWindow();
};

/** The data of one item: its values, and the table that says which ones there may be. */
class DataModel {
  constructor(table, values) {
    this.table = table;
    this.values = new Map(Object.entries(values));
  }

  /** Return what the table says of an element: "cmi.objectives.2.id" has the pattern "cmi.objectives.n.id". */
  describe(name) {
    const parts = name.split(".").map((part) => {
      if (INDEX.test(part)) return "n";
      return TARGET.test(part) ? "{target}" : part;
    });
    const pattern = parts.join(".");
    const row = Object.hasOwn(this.table.elements, pattern) ? this.table.elements[pattern] : null;
    const [access, type, initial] = row ?? ["", "", ""];
    return { name, pattern, isKnown: row !== null, access, type, initial };
  }

  count(collection) {
    return Number(this.values.get(`${collection}._count`) ?? 0);
  }

  /** Whether a name has an index beyond the end of its collection; `added` more entries are allowed. */
  isBeyondEnd(name, added = 0) {
    return collections(name).some(([collection, index]) => index >= this.count(collection) + added);
  }

  /** Return the error code for a name that is in no table. */
  codeForUnknown(name) {
    const { codes, elements } = this.table;
    const [, parent, keyword] = /^(.*)\.(_children|_count|_version)$/.exec(name) ?? [];
    const { pattern, isKnown } = this.describe(parent ?? "");
    const isParent = isKnown || Object.keys(elements).some((element) => element.startsWith(`${pattern}.`));
    if (keyword === "_children" && isParent) return codes.noChildren;
    return keyword === "_count" && isParent ? codes.noCount : codes.undefined;
  }

  /** Return the error code for setting an element to a value, 0 when it can be set. */
  codeForSetting(element, value) {
    const { codes, types, ranges, fixed } = this.table;
    if (element.access === "keyword") return codes.keyword;
    if (element.access === "r") return codes.readOnly;
    if (this.isBeyondEnd(element.name, 1)) return codes.indexSet;
    if (this.lacksDependency(element)) return codes.dependency;
    if (!new RegExp(types[element.type]).test(value)) return codes.type;
    const [low, high] = ranges[element.pattern] ?? [null, null];
    if ((low !== null && Number(value) < low) || (high !== null && Number(value) > high)) return codes.range;
    return fixed.includes(element.pattern) && this.isTaken(element.name, value) ? codes.taken : 0;
  }

  /** Whether another element of the same entry has to be set first, and isn't. */
  lacksDependency({ name, pattern }) {
    const { needs } = this.table;
    const prefix = Object.keys(needs).find((start) => pattern.startsWith(start));
    if (!prefix || pattern === prefix + needs[prefix]) return false;
    const entry = name.split(".").slice(0, prefix.split(".").length - 1);
    return !this.values.has(`${entry.join(".")}.${needs[prefix]}`);
  }

  /** Whether an identifier was set to another value before, or another entry of its collection has this value. */
  isTaken(name, value) {
    const [collection, own] = collections(name).at(-1);
    const others = Array.from({ length: this.count(collection) }, (_, index) => index).filter((index) => index !== own);
    const isChanged = this.values.has(name) && this.values.get(name) !== value;
    return isChanged || others.some((index) => this.values.get(`${collection}.${index}.id`) === value);
  }

  set(name, value) {
    for (const [collection, index] of collections(name)) {
      this.values.set(`${collection}._count`, String(Math.max(this.count(collection), index + 1)));
    }
    this.values.set(name, this.table.appended.includes(name) ? (this.values.get(name) ?? "") + value : value);
  }
}

/** One item's conversation with the run-time: its state, and the last error. */
class Session {
  constructor(table, values) {
    this.table = table;
    this.data = new DataModel(table, values);
    this.state = "new";
    this.error = 0;
    this.diagnostic = "";
  }

  initialize(parameter) {
    this.error = 0;
    if (this.rejectsParameter(parameter)) return "false";
    const isRunning = this.state === "running";
    if (isRunning && this.fail(this.table.codes.initialized, "Initialize was called before.")) return "false";
    this.state = "running";
    return "true";
  }

  terminate(parameter) {
    this.error = 0;
    if (this.rejectsParameter(parameter) || this.isUntimely("terminate")) return "false";
    this.state = "ended";
    return "true";
  }

  commit(parameter) {
    this.error = 0;
    return this.rejectsParameter(parameter) || this.isUntimely("commit") ? "false" : "true";
  }

  getValue(element) {
    const { codes } = this.table;
    const name = asText(element);
    this.error = 0;
    if (this.isUntimely("get")) return "";
    if (!name) return this.refuse(codes.getArgument ?? codes.argument, "No element was named.");
    const described = this.data.describe(name);
    if (!described.isKnown) return this.refuse(this.data.codeForUnknown(name), `There is no element ${name}.`);
    if (this.data.isBeyondEnd(name)) return this.refuse(codes.indexGet, `${name} is beyond the end.`);
    if (described.access === "w") return this.refuse(codes.writeOnly, `${name} can only be set.`);
    return this.data.values.get(name) ?? described.initial;
  }

  setValue(element, content) {
    const { codes } = this.table;
    const [name, value] = [asText(element), asText(content)];
    this.error = 0;
    if (this.isUntimely("set")) return "false";
    if (!name && this.fail(codes.setArgument ?? codes.argument, "No element was named.")) return "false";
    const described = this.data.describe(name);
    const code = described.isKnown ? this.data.codeForSetting(described, value) : this.data.codeForUnknown(name);
    if (this.fail(code, `${name} cannot be set to ${value.slice(0, 100)}.`)) return "false";
    this.data.set(name, value);
    return "true";
  }

  getLastError() {
    return String(this.error);
  }

  getErrorString(code) {
    return this.table.errors[asText(code)] ?? "";
  }

  getDiagnostic(code) {
    const isLast = asText(code) === "" || asText(code) === String(this.error);
    return isLast ? this.diagnostic : this.getErrorString(code);
  }

  /** Keep an error; return whether it is one: 0 isn't. */
  fail(code, diagnostic) {
    this.error = code;
    this.diagnostic = diagnostic;
    return code !== 0;
  }

  /** Keep an error of getValue; return the value for it. */
  refuse(code, diagnostic) {
    this.fail(code, diagnostic);
    return "";
  }

  rejectsParameter(parameter) {
    return asText(parameter) !== "" && this.fail(this.table.codes.argument, "The parameter must be empty.");
  }

  /** Whether a call comes before the content started or after it ended. */
  isUntimely(call) {
    const { codes } = this.table;
    if (this.state === "running") return this.fail(0, "The content is not running.");
    const isNew = this.state === "new";
    const code = codes[`${call}${isNew ? "Before" : "After"}`] ?? (isNew ? codes.notInitialized : codes.afterEnd);
    return this.fail(code, "The content is not running.");
  }
}

/** Return the collections that a name goes through: [["cmi.objectives", 2], …]. */
function collections(name) {
  const parts = name.split(".");
  return parts.flatMap((part, at) => (INDEX.test(part) ? [[parts.slice(0, at).join("."), Number(part)]] : []));
}

function asText(value) {
  return value === undefined || value === null ? "" : String(value);
}

/** Return the functions of a session under the names of a version of SCORM. */
function interfaceOf(session, names) {
  const methods = Object.entries(names).map(([method, name]) => [name, session[method].bind(session)]);
  return Object.fromEntries(methods);
}

/** Keep content from closing or leaving the window around it, which would end the audit of this item. */
function protectWindow() {
  window.close = () => {};
  window.stop = () => {};
  /** @type {any} */ (document).open = () => document;
  document.write = document.writeln = () => {};
  window.navigation?.addEventListener("navigate", (event) => {
    if (event.cancelable && !event.hashChange) event.preventDefault();
  });
}
