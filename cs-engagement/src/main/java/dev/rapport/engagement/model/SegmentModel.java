package dev.rapport.engagement.model;

/**
 * Which model a segment gets.
 *
 * @param segment  the id of the segment
 * @param model  the id of the engagement model
 */
public record SegmentModel(String segment, String model) {}
