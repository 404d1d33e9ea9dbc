package dev.rapport.engagement.voice;

/**
 * How often a theme comes up.
 *
 * @param theme  the theme
 * @param loudness  how often, by whom, and what became of it
 */
public record ThemeVoice(Theme theme, Loudness loudness) {}
