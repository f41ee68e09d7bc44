// --- the window onto the picture: pan and zoom by moving it, which browsers draw faster than a change of its view box ---

const svg = byId("argmap-svg");
const stage = byId("stage");

const view = (() => {
  const MOST = 4; // CSS pixels for a point of the picture
  const COSY = 1.6; // fitting a small map makes it no larger than this
  const BUTTONS = 64; // CSS pixels at the foot of the window
  const whole = svg.getAttribute("viewBox");
  const [left, top, width, height] = whole.split(/\s+/).map(Number);
  const graph = svg.querySelector("g.graph");
  const drawn = graph.getAttribute("transform") || "";
  const own = graph.transform.baseVal.consolidate();
  const shift = own ? { x: own.matrix.e, y: own.matrix.f } : { x: 0, y: 0 };
  let scale = 1;
  let x = left + width / 2;
  let y = top + height / 2;
  let fitted = true;
  let frame = 0;
  let isOnPaper = false;

  const size = () => ({ w: stage.clientWidth || 1, h: stage.clientHeight || 1 });

  /** The text of cards is 11 pixels high, and more in windows that are as high as those of projectors. */
  const readable = () => Math.max(0.92, size().h / 800);

  /** The view box is the room that the picture takes: browsers lay one without it out anew at every change on the page. */
  function spread() {
    if (!isOnPaper) {
      const { width: across, height: down } = svg.getBoundingClientRect();
      svg.setAttribute("viewBox", `0 0 ${across} ${down}`);
    }
  }

  function show() {
    if (isOnPaper) {
      return;
    }
    const { w, h } = size();
    graph.setAttribute("transform", `translate(${w / 2 - x * scale} ${h / 2 - y * scale}) scale(${scale}) ${drawn}`);
  }

  const fitScale = () => Math.min(size().w / width, size().h / height, COSY);
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  const clampScale = (value) => clamp(value, Math.min(fitScale(), 0.3) / 2, MOST);

  /** Keep some of the picture in the window. */
  function place(newX, newY, newScale) {
    scale = clampScale(newScale);
    x = clamp(newX, left, left + width);
    y = clamp(newY, top, top + height);
    show();
  }

  function glide(newX, newY, newScale = scale) {
    cancelAnimationFrame(frame);
    if (calm()) {
      place(newX, newY, newScale);
      return;
    }
    const start = { x, y, scale, time: performance.now() };
    const step = (now) => {
      const part = clamp((now - start.time) / 220, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      place(
        start.x + (newX - start.x) * eased,
        start.y + (newY - start.y) * eased,
        start.scale + (newScale - start.scale) * eased,
      );
      if (part < 1) {
        frame = requestAnimationFrame(step);
      }
    };
    frame = requestAnimationFrame(step);
  }

  function fit({ smooth = true } = {}) {
    fitted = true;
    const toScale = fitScale();
    // Most of the room that it does not fill is left below, where the buttons are.
    const room = Math.max(size().h / toScale - height, 0);
    const target = [left + width / 2, top + height / 2 + room / 4, toScale];
    if (smooth) {
      glide(...target);
    } else {
      cancelAnimationFrame(frame);
      place(...target);
    }
  }

  function panBy(dx, dy) {
    fitted = false;
    cancelAnimationFrame(frame);
    place(x + dx / scale, y + dy / scale, scale);
  }

  /** Zoom so that what is under a point of the window stays there; left out, the middle of the window. */
  function zoomBy(factor, clientX, clientY) {
    fitted = false;
    cancelAnimationFrame(frame);
    const frameBox = stage.getBoundingClientRect();
    const dx = clientX === undefined ? 0 : clientX - frameBox.left - frameBox.width / 2;
    const dy = clientY === undefined ? 0 : clientY - frameBox.top - frameBox.height / 2;
    const pointX = x + dx / scale;
    const pointY = y + dy / scale;
    const newScale = clampScale(scale * factor);
    place(pointX - dx / newScale, pointY - dy / newScale, newScale);
  }

  const tellZoom = () => announce(`Zoom: ${Math.round(scale * 100)} %`);

  function closer() {
    zoomBy(1.25);
    tellZoom();
  }

  function farther() {
    zoomBy(0.8);
    tellZoom();
  }

  function showWhole() {
    fit();
    announce("All of the picture is shown");
  }

  /** Bring a point of the window to its middle, and closer: what a drag does, without one. */
  function approach(clientX, clientY) {
    const box = stage.getBoundingClientRect();
    const [dx, dy] = [clientX - box.left - box.width / 2, clientY - box.top - box.height / 2];
    fitted = false;
    glide(x + dx / scale, y + dy / scale, scale * 1.6);
  }

  /** The middle of a window that shows no more empty ground than it must, in one direction. */
  const inward = (value, start, length, seen) =>
    seen < length ? clamp(value, start + seen / 2, start + length - seen / 2) : start + length / 2;

  /** Bring a box of the picture into the window, large enough to be read. */
  function reveal(box) {
    const { w, h } = size();
    const inside =
      Math.abs(box.x + box.width / 2 - x) < (w / scale - box.width) / 2 &&
      Math.abs(box.y + box.height / 2 - y) < (h / scale - box.height) / 2;
    const legible = scale >= 0.75 * readable();
    if (inside && legible) {
      return;
    }
    fitted = false;
    const to = legible ? scale : readable();
    glide(
      inward(box.x + box.width / 2, left, width, w / to),
      inward(box.y + box.height / 2, top, height + BUTTONS / to, h / to),
      to,
    );
  }

  /** Show a box of the picture as large as the window holds it; if that is too small to be read, what is about a point. */
  function closeUp(box, point) {
    const { w, h } = size();
    const whole = Math.min(w / box.width, (h - BUTTONS) / box.height, Math.max(COSY, h / 450));
    const to = Math.max(whole, readable());
    fitted = false;
    const below = BUTTONS / to;
    glide(
      inward(inward(point.x, box.x, box.width, w / to), left, width, w / to),
      inward(inward(point.y, box.y, box.height + below, h / to), top, height + below, h / to),
      to,
    );
  }

  /** The first sight: the whole picture, or, where that would be too small to read, a part of it at a size to read. */
  function open(box) {
    fit({ smooth: false });
    if (scale < 0.6 && box) {
      fitted = false;
      const { w, h } = size();
      const to = readable();
      // What little there is before it, as the legend, is shown with it.
      const middle = (at, start, seen) => (at - start < seen / 6 ? start : at - 12) + seen / 2;
      place(middle(box.x, left, w / to), middle(box.y, top, h / to), to);
    }
  }

  /** What part of the picture is in the window, around which point. */
  function sight() {
    const { w, h } = size();
    return { x, y, scale, fitted, width: w / scale, height: h / scale };
  }

  /** Go back to what `sight` told. */
  function look(kept) {
    fit({ smooth: false });
    if (!kept.fitted) {
      fitted = false;
      place(kept.x, kept.y, kept.scale);
    }
  }

  spread();
  addEventListener("resize", spread);
  new ResizeObserver(() => (fitted ? fit({ smooth: false }) : show())).observe(stage);
  addEventListener("beforeprint", () => {
    isOnPaper = true;
    svg.setAttribute("viewBox", whole);
    graph.setAttribute("transform", drawn);
  });
  addEventListener("afterprint", () => {
    isOnPaper = false;
    spread();
    show();
  });
  return { fit, panBy, zoomBy, closer, farther, whole: showWhole, approach, reveal, closeUp, open, shift, sight, look };
})();

// --- the hand: mouse, pen and touch alike are pointers ---

(() => {
  const FAR = 4; // a press that moves less is a click
  const pointers = new Map();
  let moved = false;

  const spread = ([one, other]) => ({
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    distance: Math.hypot(one.x - other.x, one.y - other.y) || 1,
  });

  function pinch(before, after) {
    const old = spread(before);
    const now = spread(after);
    view.zoomBy(now.distance / old.distance, now.x, now.y);
    view.panBy(old.x - now.x, old.y - now.y);
  }

  stage.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      moved = pointers.size > 0;
      pointers.set(event.pointerId, {
        x: event.clientX,
        y: event.clientY,
        startX: event.clientX,
        startY: event.clientY,
      });
    }
  });

  stage.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) {
      return;
    }
    const now = { ...last, x: event.clientX, y: event.clientY };
    if (!moved && Math.hypot(now.x - now.startX, now.y - now.startY) < FAR) {
      return;
    }
    if (!moved || !stage.hasPointerCapture(event.pointerId)) {
      moved = true;
      stage.setPointerCapture(event.pointerId); // from here on the press is no click on a card
      stage.classList.add("dragged");
    }
    const before = [...pointers.values()];
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) {
      pinch(before, [...pointers.values()]);
    } else {
      view.panBy(last.x - now.x, last.y - now.y);
    }
  });

  const end = (event) => {
    pointers.delete(event.pointerId);
    if (!pointers.size) {
      stage.classList.remove("dragged");
    }
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
  stage.addEventListener(
    "click",
    (event) => {
      if (moved) {
        event.stopPropagation();
      }
      moved = false;
    },
    true,
  );

  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      if (event.shiftKey && !event.ctrlKey) {
        view.panBy(event.deltaY + event.deltaX, 0);
      } else {
        const lines = event.deltaMode === 1 ? 16 : 1; // some mice count lines
        view.zoomBy(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)), event.clientX, event.clientY);
      }
    },
    { passive: false },
  );
})();
