/**
 * The documents of this module and its results as JSON.
 *
 * <p>Policies are read and written by {@link dev.rapport.engagement.json.MilestonesDocument}, {@link
 * dev.rapport.engagement.json.LifeCycleDocument} and {@link dev.rapport.engagement.json.EscalationDocument}. Results are
 * written by {@link dev.rapport.engagement.json.CustomerFileJson} and its neighbours.
 */
@NullMarked
package dev.rapport.engagement.json;

import org.jspecify.annotations.NullMarked;
