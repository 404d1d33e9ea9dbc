package dev.rapport.health.survival;

/** How events at the same time are counted in a partial likelihood. */
public enum Ties {
    /** Those who leave at the same time leave one after the other, in any order: accurate, and the default. */
    EFRON,
    /** All who leave at the same time count as at risk until the last of them left: simpler, and biased towards zero. */
    BRESLOW
}
