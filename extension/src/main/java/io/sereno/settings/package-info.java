/** Typed, validated reading of MicroProfile Config, with errors that name the full key. */
@NullMarked
package io.sereno.settings;

import org.jspecify.annotations.NullMarked;
