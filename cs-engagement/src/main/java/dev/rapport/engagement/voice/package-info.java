/**
 * The customer's voice: what customers say, gathered by declared themes, with the revenue behind each, whose it is to act on,
 * and whether they were heard, answered, and something was done.
 *
 * <p>The entry points are {@link dev.rapport.engagement.voice.VoicePolicy}, the themes with their words, and {@link
 * dev.rapport.engagement.voice.VoiceReport}, which holds a book against them. There is no model of language: a text belongs
 * to a theme if it has one of the theme's phrases as whole words, or if somebody has filed it there.
 */
@NullMarked
package dev.rapport.engagement.voice;

import org.jspecify.annotations.NullMarked;
