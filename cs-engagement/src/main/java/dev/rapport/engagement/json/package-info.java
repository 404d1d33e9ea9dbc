/**
 * The documents of this module as JSON: one class for each kind, with its {@code KIND} as entry point, such as {@link
 * dev.rapport.engagement.json.EngagementModelsJson}.
 */
@NullMarked
package dev.rapport.engagement.json;

import org.jspecify.annotations.NullMarked;
