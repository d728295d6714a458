"use strict";
// The arithmetic of the tools, and nothing else: whole numbers in, whole numbers out.
// Percent come in tenths or hundredths of a percent, money in hundredths, so nothing is lost.

const divideUp = (whole, by) => (whole - (whole % by)) / by + (whole % by > 0 ? 1 : 0);
const divideNear = (whole, by) => {
  const raised = 2 * whole + by; // half is rounded up
  return (raised - (raised % (2 * by))) / (2 * by);
};

// What stands in a field as a whole number of its smallest steps; null where it is no such number.
// "1 200,50" and "1200.50" are the same; "1,200" is a thousand where a comma parts thousands, and nowhere else a number.
const readField = (text, field, group = "") => {
  const plain = text.replace(/\s/g, "");
  const joined = group === "," && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replace(/,/g, "") : plain;
  const decimal = field.step < 1 ? /^\d+(?:[.,]\d{1,2})?$/ : /^\d+$/;
  const value = decimal.test(joined) ? Number(joined.replace(",", ".")) : NaN;
  if (!Number.isFinite(value) || value < field.least || value > field.most) {
    return null;
  }
  return Math.round(value / field.step);
};

// leave, growth and paying are tenths of a percent: 12.5% is 125.
const membersNeeded = ({ members, leave, growth, paying }) => {
  const lost = divideUp(members * leave, 1000);
  const wanted = divideUp(members * (1000 + growth), 1000);
  const win = wanted - members + lost;
  return { lost, wanted, grow: wanted - members, replace: lost, win, recruit: divideUp(win * 1000, paying) };
};

// All sums are hundredths; percent are hundredths of a percent: 1% is 100.
const duesOfWeek = (scale, income, f) => {
  switch (scale) {
    case "flat":
      return f.flat;
    case "percentage":
      return divideNear(income * f.percent, 10000);
    case "bands":
      return income <= f["band-1"] ? f["dues-1"] : income <= f["band-2"] ? f["dues-2"] : f["dues-3"];
    default:
      return Math.max(f.minimum, divideNear(income * f["minimum-percent"], 10000));
  }
};

// A payment of nothing costs nothing to collect.
const dues = (scale, f) => {
  const weeks = [1, 2, 3, 4].map((number) => {
    const income = f[`week-${number}`];
    const pays = duesOfWeek(scale, income, f);
    const costs = pays > 0 ? divideNear(pays * f["cost-percent"], 10000) + f["cost-fixed"] : 0;
    return { income, pays, costs, keeps: pays - costs };
  });
  const total = { income: 0, pays: 0, costs: 0, keeps: 0 };
  for (const week of weeks) {
    for (const key of Object.keys(total)) {
      total[key] += week[key];
    }
  }
  return { weeks, total, share: total.income > 0 ? divideNear(total.pays * 10000, total.income) : null };
};

// The weeks of a plan of `base` weeks, stretched or drawn together to `weeks`: "5–8" of 13 in 26 is "10–16".
const stretchWeeks = (text, base, weeks) => {
  const moved = (text.match(/\d+/g) || []).map((week) => Math.max(1, divideUp(Number(week) * weeks, base)));
  if (moved.length === 0) {
    return text;
  }
  const [first, last] = [Math.min(...moved), Math.max(...moved)];
  return first === last ? String(first) : `${first}–${last}`;
};
