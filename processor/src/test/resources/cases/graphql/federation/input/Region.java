package com.acme.catalog;

public enum Region {
  NORTH,
  SOUTH
}
