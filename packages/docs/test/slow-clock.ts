// Loaded before a build: each look at the clock finds that more than half a second has gone by, as on a busy machine.
const now = Date.now;
let late = 0;
Date.now = () => {
  late += 600;
  return now() + late;
};
