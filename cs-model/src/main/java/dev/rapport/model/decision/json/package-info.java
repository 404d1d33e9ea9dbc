/**
 * The reasons of a decision as JSON. The entry point is {@link dev.rapport.model.decision.json.ExplanationJson}.
 */
@NullMarked
package dev.rapport.model.decision.json;

import org.jspecify.annotations.NullMarked;
