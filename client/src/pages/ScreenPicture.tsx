const seats = [
  [470, 130],
  [800, 130],
  [1130, 130],
  [470, 770],
  [800, 770],
  [1130, 770],
] as const;
const cups = [
  [480, 330],
  [800, 320],
  [1100, 345],
  [500, 570],
  [820, 580],
  [1110, 560],
] as const;

/** A table seen from above, with chairs and cups. It says nothing about anybody, and nothing on it moves. */
export function ScreenPicture() {
  return (
    <svg className="screen-picture" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {seats.map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <rect x={x - 75} y={y - 55} width="150" height="110" rx="34" className="screen-chair" />
          <rect
            x={x - 62}
            y={y < 450 ? y - 55 : y + 25}
            width="124"
            height="30"
            rx="15"
            className="screen-chair-back"
          />
        </g>
      ))}
      <rect x="320" y="210" width="960" height="480" rx="90" className="screen-table" />
      <path d="M400 300 H1200 M380 400 H1220 M380 500 H1220 M400 600 H1200" className="screen-grain" />
      {cups.map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <circle cx={x} cy={y} r="40" className="screen-saucer" />
          <circle cx={x} cy={y} r="25" className="screen-cup" />
          <circle cx={x} cy={y} r="17" className="screen-tea" />
        </g>
      ))}
      <g>
        <circle cx="800" cy="450" r="52" className="screen-vase" />
        <path
          d="M800 450 C770 400 740 400 726 418 M800 450 C790 392 812 372 834 376 M800 450 C850 430 872 448 878 474 M800 450 C770 480 752 508 764 526 M800 450 C820 494 842 508 862 502"
          className="screen-leaf"
        />
      </g>
    </svg>
  );
}
