"""Weights of `banmian.articles.halves`, written by `tools/halves`."""

from __future__ import annotations

INTERCEPT = 3.3313

WEIGHTS = {
    "rule": 0.9811,
    "above": -0.8300,
    "below": -1.9317,
    "apart": -1.0484,
    "longer below": 0.3903,
    "longer above": 0.8743,
    "long together": -1.3456,
    "short topic": -0.9095,
    "verb below": 0.4238,
    "noun below": -0.3874,
    "number below": -0.8206,
    "time below": -0.1645,
    "who below": -2.6875,
    "noun ends": -0.5457,
    "verb begins": 1.0973,
    "two verbs": -0.4796,
    "of": 1.7649,
    "thing": -0.0849,
    "thing and does": 1.3755,
    "thing and is done": 2.9166,
    "when": 1.5756,
    "number begins": 2.5293,
    "comma above": 2.3375,
    "comma below": -1.8250,
    "space above": -1.2318,
    "space below": -1.4906,
    "mark ends": -1.2124,
    "dot": -5.5439,
    "whole": -0.9973,
    "done above": 2.1161,
    "done below": -0.3889,
    "doing below": 1.1344,
    "topic": -1.2782,
}
