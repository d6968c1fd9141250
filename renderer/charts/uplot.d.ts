/** The style sheet that comes with uPlot: loaded for its effect. */
declare module 'uplot/dist/uPlot.min.css';
