package dev.rapport.health.observation;

/** What became of a customer within the horizon of an observation. */
public enum Fate {
    /** Lost within the horizon. */
    LOST,
    /** Still there when the horizon was over. */
    STAYED,
    /** Neither lost nor over: the outcomes end before the horizon does. */
    CENSORED
}
