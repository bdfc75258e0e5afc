// A SCORM run-time for looking at content: every item starts anew, nothing is kept, and nothing moves on by itself.
// The data models are tables (scorm12.json, scorm2004.json); this file only reads them.
//
// Kinder than the specification in four things, because real content depends on them:
// - a value that was never set is "" without an error (2004: 403), or some content stops at once;
// - Initialize works again after Terminate, or a page that is loaded again stays empty;
// - a parameter left out counts as "";
// - long strings are taken whole.
(() => {
  "use strict";

  const INDEX = /^(0|[1-9]\d{0,5})$/;
  const TARGET = /^\{target=[^}]*\}$/;

  /** "cmi.objectives.2.id" -> its row in the table and the indices on the way. */
  function look(table, name) {
    const indices = [];
    const parts = name.split(".").map((part) => {
      if (INDEX.test(part)) {
        indices.push(Number(part));
        return "n";
      }
      return TARGET.test(part) ? "{target}" : part;
    });
    const pattern = parts.join(".");
    const row = Object.hasOwn(table.elements, pattern) ? table.elements[pattern] : null;
    return { name, pattern, indices, row, access: row ? row[0] : "", type: row ? row[1] : "" };
  }

  /** The collections that a name goes through: [["cmi.objectives", 2], …]. */
  function collections(name) {
    const parts = name.split(".");
    return parts.flatMap((part, at) => (INDEX.test(part) ? [[parts.slice(0, at).join("."), Number(part)]] : []));
  }

  function has(table, prefix) {
    return Object.keys(table.elements).some((pattern) => pattern.startsWith(prefix));
  }

  function start(table, given) {
    const codes = table.codes;
    const values = new Map(Object.entries(given));
    let state = "new";
    let error = 0;
    let diagnostic = "";

    const fail = (code, why) => {
      error = code;
      diagnostic = why;
      return code !== 0;
    };

    const count = (collection) => Number(values.get(`${collection}._count`) ?? 0);

    /** The code for calling `verb` now, 0 when it may be called. */
    const untimely = (verb) => {
      if (state === "running") return 0;
      const when = state === "new" ? "Before" : "After";
      return codes[`${verb}${when}`] ?? (state === "new" ? codes.notInitialized : codes.afterEnd);
    };

    /** Why a name that is in no table cannot be used. */
    const unknown = (name) => {
      const [, parent, keyword] = /^(.*)\.(_children|_count|_version)$/.exec(name) ?? [];
      const { pattern, row } = look(table, parent ?? "");
      if (keyword && (row || has(table, `${pattern}.`))) {
        if (keyword === "_children") return codes.noChildren;
        if (keyword === "_count") return codes.noCount;
      }
      return codes.undefined;
    };

    function initialize(parameter) {
      error = 0;
      if (!blank(parameter)) return fail(codes.argument, "The parameter must be empty.") && "false";
      if (state === "running") return fail(codes.initialized, "Initialize was called before.") && "false";
      state = "running";
      return "true";
    }

    function terminate(parameter) {
      error = 0;
      if (!blank(parameter)) return fail(codes.argument, "The parameter must be empty.") && "false";
      if (fail(untimely("terminate"), "The content is not running.")) return "false";
      state = "ended";
      return "true";
    }

    function commit(parameter) {
      error = 0;
      if (!blank(parameter)) return fail(codes.argument, "The parameter must be empty.") && "false";
      return fail(untimely("commit"), "The content is not running.") ? "false" : "true";
    }

    function getValue(element) {
      error = 0;
      const name = said(element);
      if (fail(untimely("get"), "The content is not running.")) return "";
      if (!name) return fail(codes.getArgument ?? codes.argument, "No element was named.") && "";
      const place = look(table, name);
      if (!place.row) return fail(unknown(name), `There is no element ${name}.`) && "";
      const beyond = collections(name).some(([collection, index]) => index >= count(collection));
      if (beyond) return fail(codes.indexGet, `${name} is beyond the end.`) && "";
      if (place.access === "w") return fail(codes.writeOnly, `${name} can only be set.`) && "";
      return values.get(name) ?? place.row[2];
    }

    function setValue(element, content) {
      error = 0;
      const name = said(element);
      const value = said(content);
      if (fail(untimely("set"), "The content is not running.")) return "false";
      if (!name) return fail(codes.setArgument ?? codes.argument, "No element was named.") && "false";
      const place = look(table, name);
      const code = place.row ? refusal(place, value) : unknown(name);
      if (fail(code, `${name} cannot be set to ${value.slice(0, 100)}.`)) return "false";
      for (const [collection, index] of collections(name)) {
        values.set(`${collection}._count`, String(Math.max(count(collection), index + 1)));
      }
      values.set(name, table.appended.includes(name) ? (values.get(name) ?? "") + value : value);
      return "true";
    }

    /** The code for why a value cannot be set, 0 when it can. */
    function refusal({ name, pattern, row, access, type }, value) {
      if (access === "keyword") return codes.keyword;
      if (access === "r") return codes.readOnly;
      if (collections(name).some(([collection, index]) => index > count(collection))) return codes.indexSet;
      const first = Object.keys(table.needs).find((prefix) => pattern.startsWith(prefix));
      if (first && pattern !== first + table.needs[first]) {
        const entry = name.split(".").slice(0, first.split(".").length - 1).join(".");
        if (!values.has(`${entry}.${table.needs[first]}`)) return codes.dependency;
      }
      if (!new RegExp(table.types[type]).test(value)) return codes.type;
      const [low, high] = table.ranges[pattern] ?? [null, null];
      if ((low !== null && Number(value) < low) || (high !== null && Number(value) > high)) return codes.range;
      if (table.fixed.includes(pattern)) {
        const [collection, index] = collections(name).at(-1);
        const others = Array.from({ length: count(collection) }, (_, at) => at).filter((at) => at !== index);
        if (values.has(name) && values.get(name) !== value) return codes.taken;
        if (others.some((at) => values.get(`${collection}.${at}.id`) === value)) return codes.taken;
      }
      return 0;
    }

    return {
      initialize, terminate, commit, getValue, setValue,
      getLastError: () => String(error),
      getErrorString: (code) => table.errors[said(code)] ?? "",
      getDiagnostic: (code) => (said(code) === "" || said(code) === String(error) ? diagnostic : table.errors[said(code)] ?? ""),
    };
  }

  const said = (value) => (value === undefined || value === null ? "" : String(value));
  const blank = (parameter) => said(parameter) === "";

  /** Offer both versions, whatever the manifest says: content asks for the one it was made for. */
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { tables, values } = read("a11ycheck-launch");
  const one = start(tables["1.2"], values["1.2"]);
  const two = start(tables["2004"], values["2004"]);
  window.API = {
    LMSInitialize: one.initialize, LMSFinish: one.terminate, LMSCommit: one.commit,
    LMSGetValue: one.getValue, LMSSetValue: one.setValue, LMSGetLastError: one.getLastError,
    LMSGetErrorString: one.getErrorString, LMSGetDiagnostic: one.getDiagnostic,
  };
  window.API_1484_11 = {
    version: "1.0",
    Initialize: two.initialize, Terminate: two.terminate, Commit: two.commit,
    GetValue: two.getValue, SetValue: two.setValue, GetLastError: two.getLastError,
    GetErrorString: two.getErrorString, GetDiagnostic: two.getDiagnostic,
  };

  // Content that closes or leaves the window around it would end the audit of this item.
  window.close = () => {};
  window.stop = () => {};
  document.open = () => document;
  document.write = document.writeln = () => {};
  window.navigation?.addEventListener("navigate", (event) => event.cancelable && !event.hashChange && event.preventDefault());
})();
